import type { DemoArea } from '#core/manifest/feature.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { likelyRecords, linkRecord } from './decide/link.ts'
import { childrenOn } from './decide/queries.ts'
import { decideOnChild, takeConcern } from './decide/service.ts'
import { startDraft, writeDraft } from './record/draft.ts'
import { FACE } from './reading.ts'
import { recordAllegation, type Action } from './sealed/service.ts'
import { sendConcern } from './send/service.ts'
import { typedFrom, type Telling } from './demo-stories.ts'

const HOUR = 3_600_000

/** A concern about somebody who works with children: whom it is for is worked out from who is there, so its deed alone sends it. */
interface Allegation {
  readonly by: string
  readonly hoursAgo: number
  readonly told: Telling
  readonly done?: { readonly by: string; readonly action: Action; readonly reasons: string }
}

const works = (person: FormValues): FormValues => ({
  'people-known': 'yes',
  people: ['1'],
  'person-1-person-nicknames-absence': 'not-known',
  'person-1-person-age': 'adult',
  'person-1-person-part': 'may-have-harmed',
  'person-1-person-works': 'yes',
  ...person,
})

const ALLEGATIONS: readonly Allegation[] = [
  {
    by: 'Yvonne Clarke',
    hoursAgo: 20,
    told: {
      child: ['Katarzyna', 'Wiśniewska', '2010-05-03', 'F'],
      school: 'Millbrook High School',
      area: 'Wexcombe North',
      account:
        'Fact: Katarzyna said that an officer whom she knows from last year rings her from his own phone and has given her lifts. My view: she is worried that nobody would believe her.',
      noticed: ['older-company', 'phone'],
      besides: works({
        'person-1-person-name-given': 'Daniel',
        'person-1-person-name-family': 'Frost',
        'person-1-person-description-absence': 'not-known',
        'person-1-person-to-child': 'Officer in an earlier enquiry',
        'person-1-person-basis': 'child-told',
        'person-1-person-works-for': 'police',
        'person-1-person-works-where': 'Wexcombe Police, detective sergeant',
      }),
    },
  },
  {
    by: 'Marcia Bennett',
    hoursAgo: 300,
    told: {
      child: ['Jermaine', 'Powell', '2011-02-11', 'M'],
      area: 'Wexcombe South',
      account:
        'Fact: the driver of the school taxi has bought Jermaine food and given him his own number. My view: the company should hear from the right person, and not from us.',
      noticed: ['gifts'],
      besides: works({
        'person-1-person-name-absence': 'not-known',
        'person-1-person-description': 'About fifty, grey beard',
        'person-1-person-to-child': 'Drives the school taxi',
        'person-1-person-basis': 'seen',
        'person-1-person-works-for': 'transport',
        'person-1-person-works-where': 'School taxi, contract of the council',
      }),
    },
    done: {
      by: 'Judith Amos',
      action: 'allegations-meeting',
      reasons: 'Called for tomorrow with the council’s transport team. Another driver from today.',
    },
  },
  {
    by: 'Delroy Simmonds',
    hoursAgo: 900,
    told: {
      child: ['Lena', 'Petrov', '2012-09-30', 'F'],
      area: 'Marlbury',
      account:
        'Fact: a volunteer coach sends messages to Lena late in the evening, away from the club’s own group. My view: other children may be in touch with him too.',
      noticed: ['phone'],
      besides: works({
        'person-1-person-name-given': 'Gavin',
        'person-1-person-name-family-absence': 'not-known',
        'person-1-person-description-absence': 'not-known',
        'person-1-person-to-child': 'Coach at the swimming club',
        'person-1-person-basis': 'seen',
        'person-1-person-works-for': 'voluntary',
        'person-1-person-works-where': 'Swimming club, volunteer coach',
      }),
    },
    done: {
      by: 'Patricia Nwosu',
      action: 'passed-to-employer',
      reasons: 'The club has asked him to stay away while it is looked into. Police told.',
    },
  },
]

/** Twins: each is named on a concern of her own, and each is joined to her own record. */
const TWINS: readonly { readonly by: string; readonly hoursAgo: number; readonly told: Telling }[] = [
  {
    by: 'Brendan Doyle',
    hoursAgo: 190 * 24,
    told: {
      child: ['Eleanor', 'Braithwaite', '2011-08-19', 'F'],
      school: 'St Bede’s Catholic School',
      area: 'Wexcombe North',
      account:
        'Fact: Eleanor came back from lunch upset on two days and had a phone that is not hers. My view: her twin sister Elena knows more than she says.',
      noticed: ['phone', 'distress'],
    },
  },
  {
    by: 'Brendan Doyle',
    hoursAgo: 150 * 24,
    told: {
      child: ['Elena', 'Braithwaite', '2011-08-19', 'F'],
      school: 'St Bede’s Catholic School',
      area: 'Wexcombe North',
      account:
        'Fact: Elena was waiting for someone at the bus station instead of being in class. My view: she covers for her twin sister Eleanor.',
      noticed: ['school', 'older-company'],
    },
  },
]

/** Half-written, for those who were called away. */
const DRAFTS: readonly { readonly by: string; readonly face: string; readonly account: string }[] = [
  {
    by: 'Leah Brandt',
    face: 'referrer',
    account:
      'Fact: left the lesson twice to take calls and came back upset. To be finished after I have asked the form tutor.',
  },
  { by: 'Moira Kelly', face: 'practitioner', account: 'Fact: seen in clinic on Monday. Notes to follow.' },
  {
    by: 'Sadia Rehman',
    face: 'referrer',
    account: 'Fact: three late arrivals this week, each time dropped off by a car.',
  },
]

export async function demoWide(area: DemoArea): Promise<void> {
  const { made } = area
  const at = (hoursAgo: number): Date => new Date(area.world.now().getTime() - hoursAgo * HOUR)
  const sent = (story: { by: string; hoursAgo: number; told: Telling }) =>
    area.asUser(
      made.idOf(`user ${story.by}`),
      act => sendConcern(act, typedFrom(story.told, made.idOf(`area ${story.told.area}`))),
      at(story.hoursAgo),
    )
  for (const story of ALLEGATIONS) {
    const { concernId } = await sent(story)
    const { done } = story
    if (done)
      await area.asUser(
        made.idOf(`user ${done.by}`),
        act => recordAllegation(act, { concernId, action: done.action, reasons: done.reasons }),
        at(story.hoursAgo - 5),
      )
  }
  for (const story of TWINS) {
    const { concernId } = await sent(story)
    const duty = made.idOf('user Priya Raman')
    await area.asUser(duty, act => takeConcern(act, concernId), at(story.hoursAgo - 1))
    const decide = async (hours: number): Promise<void> =>
      area.asUser(
        duty,
        async act => {
          for (const child of await childrenOn(act.tx, concernId)) {
            const likely = await likelyRecords(act, concernId, child.id)
            const record = made.idOf(`person ${child.called}`)
            if (!likely.some(one => one.id === record)) throw new Error(`${child.called} is not found`)
            await linkRecord(act, { concernId, concernChildId: child.id, record })
            await decideOnChild(act, {
              concernId,
              concernChildId: child.id,
              outcomes: ['section-17'],
              reasons: 'Needs an assessment of her own, apart from her sister’s.',
            })
          }
        },
        at(hours),
      )
    await decide(story.hoursAgo - 3)
  }
  for (const draft of DRAFTS)
    await area.asUser(
      made.idOf(`user ${draft.by}`),
      async act => {
        const draftId = await startDraft(act, draft.face)
        await writeDraft(act, draftId, { [FACE]: draft.face, account: draft.account })
      },
      at(30),
    )
}
