import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { whomToRing } from '#features/administration/public.ts'
import { TooNearPage } from '#features/concerns/public.ts'
import { mayKeepPeople } from '#features/people/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { standingOf } from '../entries.ts'
import { EpisodeAt, episodeToKnow, type Episode } from '../episode-at.ts'
import { mayKeepMissing } from '../policy.ts'
import { agencyKind, entriesOn, gradesOffered, wordsOffered } from '../queries.ts'
import { words } from '../words.ts'
import * as pages from './deed-pages.tsx'
import { EpisodePage } from './page.tsx'
import * as typed from './schemas.ts'
import { stepOutside } from './outside.ts'
import * as deeds from './service.ts'
import { viewEpisode } from './view.ts'

const NEVER_HELD_UP = 'nothing'
const LIST = { href: '/missing', text: 'Missing now' }

export function routes(app: Routes<Act>): void {
  app.page('/missing/:episodeId', {
    may: mayKeepMissing,
    looksAt: 'missing episode',
    params: EpisodeAt,
    show: async ({ act, params }) => {
      const episode = await episodeToKnow(act, params.episodeId)
      await act.record('missing.viewed', episode.id)
      const view = await viewEpisode(act, episode)
      // No name: browsers keep the titles of pages.
      return {
        title: `Missing ${episode.reference}`,
        body: EpisodePage({ view, mayReadRecord: mayKeepPeople.allows(act.viewer) }),
        back: LIST,
      }
    },
  })

  const deed = <I extends z.ZodType>(
    under: string,
    spec: {
      title: string
      input: I
      show: (act: Act, episode: Episode, deed: DeedShown) => Promise<Html>
      save: (
        act: Act,
        id: Episode['id'],
        input: z.output<I>,
      ) => Promise<string | { notice: string; of: Episode }>
    },
  ): void =>
    app.form(`/missing/:episodeId/${under}`, {
      may: mayKeepMissing,
      looksAt: 'missing episode',
      counts: NEVER_HELD_UP,
      params: EpisodeAt,
      input: spec.input,
      show: async ({ act, params, form }) => {
        const episode = await episodeToKnow(act, params.episodeId)
        await act.record('missing.viewed', episode.id)
        const ring = await whomToRing(act, episode.areaId)
        return {
          title: spec.title,
          body: await spec.show(act, episode, { form, called: episode.called, ring }),
          back: { href: `/missing/${episode.id}`, text: 'The missing child' },
        }
      },
      save: async ({ act, params, input }) => {
        const done = await spec.save(act, params.episodeId, input)
        if (typeof done === 'string') return { to: `/missing/${params.episodeId}`, notice: done }
        // Whoever it was only opened to sees it no more.
        const own = done.of.ownerAgency === act.viewer.agencyId
        return { to: own ? `/missing/${params.episodeId}` : '/missing', notice: done.notice }
      },
    })

  deed('grade', {
    title: 'Grade it',
    input: typed.GradeTyped,
    show: async (act, _, shown) => {
      const not = await deeds.whyNotGraded(act)
      if (not) return pages.NotYours({ title: pages.GRADE_TITLE, called: shown.called, says: not })
      return pages.GradePage({ ...shown, grades: await gradesOffered(act.tx, londonDay(act.world.now())) })
    },
    save: async (act, id, input) => {
      await deeds.gradeEpisode(act, id, input)
      return 'The grade is saved'
    },
  })
  deed('word', {
    title: 'What it is called',
    input: typed.WordTyped,
    show: async (act, _, shown) => {
      const not = await deeds.whyNotWorded(act)
      if (not) return pages.NotYours({ title: pages.WORD_TITLE, called: shown.called, says: not })
      return pages.WordPage({ ...shown, words: await wordsOffered(act.tx, londonDay(act.world.now())) })
    },
    save: async (act, id, input) => {
      await deeds.wordEpisode(act, id, input)
      return 'It is saved'
    },
  })
  deed('on-it', {
    title: 'Be on it',
    input: z.object({}),
    show: async (act, episode, shown) => {
      const { policeOn, councilOn } = standingOf(await entriesOn(act.tx, [episode.id]))
      const police = (await agencyKind(act.tx, act.viewer.agencyId)) === 'police'
      return pages.OnItPage({ ...shown, now: (police ? policeOn : councilOn)?.saidByName ?? null })
    },
    save: async (act, id) => {
      await deeds.beOnIt(act, id)
      return 'You are on it'
    },
  })
  deed('look', {
    title: 'Looked at again',
    input: typed.LookTyped,
    show: async (_, __, shown) => pages.LookPage(shown),
    save: async (act, id, input) => {
      await deeds.lookAgain(act, id, input.says)
      return 'It is saved'
    },
  })
  deed('entry', {
    title: 'What is known since',
    input: typed.EntryTyped,
    show: async (_, __, shown) => pages.EntryPage(shown),
    save: async (act, id, input) => {
      await deeds.addEntry(act, id, input)
      return 'It is saved'
    },
  })
  deed('report', {
    title: 'Reported to the police',
    input: typed.ReportTyped,
    show: async (act, _, shown) => {
      const police = (await agencyKind(act.tx, act.viewer.agencyId)) === 'police'
      return pages.ReportPage({ ...shown, police })
    },
    save: async (act, id, input) => {
      await deeds.sayReported(act, id, input)
      return 'It is saved'
    },
  })
  deed('found', {
    title: 'Found',
    input: typed.FoundTyped,
    show: async (_, __, shown) => pages.FoundPage(shown),
    save: async (act, id, input) => ({ notice: words.foundNotice, of: await deeds.sayFound(act, id, input) }),
  })
  deed('mistake', {
    title: 'Opened by mistake',
    input: typed.MistakeTyped,
    show: async (_, __, shown) => pages.MistakePage(shown),
    save: async (act, id, input) => ({
      notice: words.mistakeNotice,
      of: await deeds.sayMistake(act, id, input.why),
    }),
  })

  app.form('/missing/:episodeId/outside', {
    may: mayKeepMissing,
    looksAt: 'missing episode',
    counts: NEVER_HELD_UP,
    params: EpisodeAt,
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const episode = await episodeToKnow(act, params.episodeId)
      await act.record('missing.viewed', episode.id)
      return {
        title: 'I am too near to this',
        body: TooNearPage({ form, reference: episode.reference, says: words.stepOutside }),
        back: { href: `/missing/${episode.id}`, text: 'The missing child' },
      }
    },
    save: async ({ act, params }) => {
      await stepOutside(act, await episodeToKnow(act, params.episodeId))
      return { to: '/missing', notice: words.isOutside }
    },
  })
}

interface DeedShown {
  readonly form: FormState
  readonly called: string
  readonly ring: Awaited<ReturnType<typeof whomToRing>>
}
