/**
 * Short and variant forms of given names met in England, each line one group headed by its fullest form. Our own
 * list, short on purpose: it widens a look-up, and a person judges what it finds.
 */
const GROUPS = `
alexander alex alec sandy xander sasha lex
alexandra alex lexi lexie sandra sasha
abdul abdool abdel
aaliyah aliyah aliya alia
amelia amy millie milly emelia
andrew andy drew
anthony tony antony ant
benjamin ben benji benny
catherine kate katie kathy cath cathy katherine kathryn katharine kitty
charles charlie chas chuck
charlotte charlie lottie lotte char
christopher chris kit topher
christina tina chris christine krystyna
daniel dan danny
daniella dani danielle daniela
david dave davey davie
deborah debbie debra deb
edward ed eddie ted teddy ned
eleanor ellie nell nellie elle elinor
elizabeth liz lizzie beth betty eliza bess libby lisa elisabeth elzbieta
emily em emmy emilie
ezekiel zeke
fatima fatema fatimah fatma
francesca fran frankie chesca
frederick fred freddie freddy
gabriel gabe
gabriella gabby gabi gabrielle
georgina georgie gina georgia
gregory greg
harriet hattie harry
harold harry hal
henry harry hank hal
hussain hussein husain hossain
isabella bella izzy isabel isobel issy izabela
jack john jackie johnny jon
jacob jake jakub
james jim jimmy jamie
jennifer jen jenny jenna
jessica jess jessie
jonathan jon jonny johnathan
joseph joe joey yusuf yousef
joshua josh
kimberley kim kimberly
leonard leo len lenny
lucy lucie lucia
madeleine maddie maddy madeline madison
margaret maggie meg peggy marge rita
matthew matt matty mateusz
maxwell max maximilian
michael mike mick mickey mikey micheal michal
michelle shell chelle
mohammed mohammad muhammad mohamed muhammed mohd mo md mohamad
natalie nat natalia natasha tasha
nicholas nick nicky nico nicolas
nicola nicky nic nikki
oliver ollie olly
olivia liv livvy ollie
patricia pat tricia trish patsy
patrick pat paddy
peter pete piotr
philip phil phillip
rebecca becky becca bex rebekah
richard rick ricky dick rich richie
robert rob bob bobby robbie bert
ronald ron ronnie
rosemary rose rosie
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
sophie sophia sofia zofia
stephanie steph steffi
stephen steve steven stevie
susan sue susie suzy suzanne
theodore theo ted teddy
theresa tess terry teresa tessa
thomas tom tommy tomasz
timothy tim timmy
tobias toby
victoria vicky vicki tori wiktoria
william will bill billy liam willy
yasmin jasmine yasmeen jasmin yaz
zachary zach zac zack zak
`

const byName = new Map<string, string[]>()
for (const line of GROUPS.trim().split('\n')) {
  const names = line.split(' ')
  const [head] = names
  if (head) for (const name of names) byName.set(name, [...(byName.get(name) ?? []), head])
}

/** The fullest forms that a given name may be short for; itself when it is none that we know. */
export const fullForms = (given: string): readonly string[] => byName.get(given) ?? [given]

export const mayBeSameGivenName = (one: string, other: string): boolean =>
  one !== other && fullForms(one).some(form => fullForms(other).includes(form))
