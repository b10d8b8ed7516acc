import type { Chance } from './chance.ts'

/** Names that go together as they do in English towns, and how often each kind comes in a hundred. */
interface Kind {
  readonly often: number
  /** By the template's code list. */
  readonly ethnicity: readonly string[]
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly families: readonly string[]
  readonly language: string
}

const words = (text: string): string[] => text.split(' ')

const GIRLS = words(
  'Amelia Olivia Isla Ava Mia Ivy Lily Freya Florence Willow Rosie Sophia Isabella Evie Daisy Poppy Ella Elsie Harper Millie Phoebe Ruby Alice Erin Layla Maisie Chloe Holly Jessica Lola Imogen Martha Matilda Bethany Niamh Keira Courtney Leah Abigail Caitlin Georgia Lacey Skye Summer Tia Paige Demi Scarlett Eliza Esme Nancy Robyn Molly Amber Lottie Darcey Heidi Jasmine Libby Zara',
)
const BOYS = words(
  'Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Archie Joshua Alexander James Edward Lucas Max Mason Ethan Finley Teddy Reuben Harrison Logan Tyler Connor Callum Riley Kian Brandon Corey Jayden Liam Bailey Toby Elliot Dylan Louis Rory Jude Ellis Kai Reece Billy Frankie Stanley Ashton Zachary Caleb Ewan Luke Daniel Samuel Joseph',
)
const FAMILIES = words(
  'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Clark Turner Hill Cooper Ward Moore Baker Harrison Morris Allen Mitchell Bennett Lee Cook Shaw Parker Collins Murray Simpson Cox Adams Watson Foster Barnes Fletcher Hughes Webb Ellis Gibson Mills Palmer Knight Lloyd Butler Russell Barker Fisher Jenkins Dixon Hunt Holmes Gray Graham Stevens Wells Chapman Matthews Richards Booth Pearson Lawson Hudson Atkinson Hodgson Sykes Holt Crossley Sutcliffe Greenwood Barraclough Ogden Pickles Haigh Firth Dyson Beaumont Ackroyd Bramley Whitaker Thornton Holroyd Kershaw Lumb Naylor Priestley Stott Tordoff Wadsworth Yates Lister Illingworth Hargreaves Duckworth Entwistle Fairhurst Halliwell Nuttall Rigby Unsworth Bickerstaffe',
)

const KINDS: readonly Kind[] = [
  {
    often: 58,
    ethnicity: ['white-british'],
    girls: GIRLS,
    boys: BOYS,
    families: FAMILIES,
    language: 'English',
  },
  {
    often: 9,
    ethnicity: ['asian-pakistani'],
    girls: words(
      'Aisha Zainab Fatima Maryam Hafsa Amina Iqra Sana Alina Mahnoor Khadija Noor Ayesha Sumaya Laiba Hira',
    ),
    boys: words(
      'Mohammed Ibrahim Yusuf Hamza Bilal Zain Usman Adam Haris Ismail Umar Danyal Rayyan Hassan Ali Sulaiman',
    ),
    families: words(
      'Khan Hussain Ahmed Ali Mahmood Akhtar Iqbal Malik Shah Mirza Rashid Aslam Javed Yousaf Nawaz Rafiq',
    ),
    language: 'Urdu',
  },
  {
    often: 5,
    ethnicity: ['asian-indian'],
    girls: words('Anaya Diya Saanvi Simran Jasleen Avani Ishani Kavya Roshni Meera Amrit Isha'),
    boys: words('Arjun Rohan Aarav Jaspreet Harpreet Dev Kiran Vivaan Aryan Gurdeep Nikhil Ravi'),
    families: words('Patel Singh Sharma Gill Dhillon Sandhu Mistry Desai Joshi Bains Chauhan Nair'),
    language: 'Punjabi',
  },
  {
    often: 3,
    ethnicity: ['asian-bangladeshi'],
    girls: words('Nusrat Tahmina Sadia Rumana Nabila Tasnim Faiza Sumaiya'),
    boys: words('Rahim Tanvir Shakil Imran Nasir Jubair Samir Farhan'),
    families: words('Begum Miah Uddin Chowdhury Rahman Hoque Islam Alam'),
    language: 'Bengali',
  },
  {
    often: 8,
    ethnicity: ['white-other'],
    girls: words(
      'Zofia Maja Oliwia Julia Zuzanna Lena Hanna Wiktoria Andreea Ioana Elena Gabija Ugne Sofija',
    ),
    boys: words('Jakub Filip Szymon Kacper Antoni Oskar Mateusz Andrei Stefan Luca Matas Lukas Tomasz Dawid'),
    families: words(
      'Nowak Kowalski Wiśniewski Lewandowski Zieliński Kamiński Popescu Ionescu Dumitru Petrov Kazlauskas Jankauskas Novák Szabó',
    ),
    language: 'Polish',
  },
  {
    often: 5,
    ethnicity: ['black-african'],
    girls: words('Chidinma Adaeze Temi Ifeoma Abena Esi Hodan Ayaan Sagal Folake Naomi Blessing'),
    boys: words('Chinedu Tobi Emeka Kwame Kofi Abdi Liban Ayo Femi Samuel David Emmanuel'),
    families: words(
      'Adeyemi Okonkwo Mensah Owusu Boateng Abdi Warsame Eze Balogun Nwosu Afolabi Osei Tembo Moyo',
    ),
    language: 'English',
  },
  {
    often: 4,
    ethnicity: ['black-caribbean', 'mixed-caribbean'],
    girls: words('Shanice Kayla Tianna Renee Jada Aaliyah Monique Tiana Naomi Kezia'),
    boys: words('Jermaine Marlon Tyrese Andre Kyron Malachi Isaiah Dante Jerome Tevin'),
    families: words(
      'Campbell Francis Grant Reid Bailey Gordon Henry Morgan Powell Samuels Clarke Brown Edwards Stewart',
    ),
    language: 'English',
  },
  {
    often: 3,
    ethnicity: ['mixed-asian', 'mixed-african', 'mixed-other'],
    girls: words('Leila Maya Amara Jasmine Nadia Lara Zara Tara Sienna Anya'),
    boys: words('Zane Adam Isaac Kian Nathan Micah Rafael Elijah Jamal Gabriel'),
    families: words('Khan-Taylor Walsh Osei-Clarke Hussain Doyle Ahmed-Ward Shaw Patel-Green Lewis Banks'),
    language: 'English',
  },
  {
    often: 2,
    ethnicity: ['white-irish', 'white-gypsy-traveller'],
    girls: words('Aoife Niamh Shannon Bridget Roisin Kathleen Margaret Teresa'),
    boys: words('Sean Patrick Declan Michael Eoin Martin Jimmy Cormac'),
    families: words('Doherty Ward McDonagh Connors Doyle Gallagher Murphy Byrne O’Brien O’Neill'),
    language: 'English',
  },
  {
    often: 2,
    ethnicity: ['arab', 'other'],
    girls: words('Layan Rima Dalia Yasmin Shilan Roza Leyla Elif'),
    boys: words('Omar Kareem Tariq Rebin Dilan Emre Mehmet Yousef'),
    families: words('Haddad Saleh Mansour Aziz Karim Yilmaz Demir Kaya Hamid Nasser'),
    language: 'Arabic',
  },
  {
    often: 1,
    ethnicity: ['asian-chinese'],
    girls: words('Mei Lin Yan Jing Grace Hannah'),
    boys: words('Jun Wei Ming Jason Kevin Bo'),
    families: words('Chen Wong Li Zhang Lau Cheung'),
    language: 'Cantonese',
  },
]

export interface Household {
  readonly family: string
  readonly ethnicity: string
  readonly language: string
  readonly kind: Kind
}

/** @param free whether a family name is no member of staff’s: whoever may be named on a concern is outside it */
export function householdOf(chance: Chance, free: (family: string) => boolean): Household {
  let left = chance.next() * 100
  const kind = KINDS.find(one => (left -= one.often) < 0) ?? KINDS[0]
  if (!kind) throw new Error('no names')
  const families = kind.families.filter(free)
  const first = chance.pick(families)
  const second = chance.hit(0.04) && !first.includes('-') ? chance.pick(families) : first
  return {
    family: second === first ? first : `${first}-${second}`,
    ethnicity: chance.pick(kind.ethnicity),
    language: kind.language,
    kind,
  }
}

export const givenName = (chance: Chance, household: Household, sex: 'F' | 'M'): string =>
  chance.pick(sex === 'F' ? household.kind.girls : household.kind.boys)

export const NICKNAMES = words(
  'Dex Biggs Rizla Smiler Ghost Tank Jinx Whizz Badger Flash Lefty Shifty Domino Rocky Spud Chunk Kash Dizzy Bones Scooter Sparky Moose Tiny Wolfie Ziggy Duke Pops Razor Buzz Bear',
)
