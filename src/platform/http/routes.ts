import type { z } from 'zod'
import type { Id } from '#platform/database/id.ts'
import type { UserId } from './user-id.ts'
import type { FormState, FormValues } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import type { CountsTowards } from './limits.ts'

/** What a transaction of one signed-in person looks like to this floor; the floor above says the rest. */
export interface ActShape {
  readonly viewer: { readonly id: Id }
  readonly recorded: () => number
}

export interface RoutePolicy<A extends ActShape> {
  /** Who may, in words, for the route list. */
  readonly who: string
  readonly allows: (viewer: A['viewer']) => boolean
}

/** What one page says. The layout adds everything around it. */
export interface PageBody {
  readonly title: string
  readonly body: Html
  readonly back?: { readonly href: string; readonly text: string }
}

export interface Answered {
  /** Where the browser goes after the deed. */
  readonly to: string
  /** One sentence shown there, once. No child's name: it passes through a cookie. */
  readonly notice?: string
  /** Shown there in place of the notice, and kept nowhere: the same form sent twice does not show it again. */
  readonly shownOnce?: string
  /** The deed ended every session of whoever did it: this browser gets a new one. */
  readonly freshSession?: true
}

/** Kept what was typed and done nothing else: the form comes back with what is wrong, and this transaction stands. */
export type Saved = Answered | { readonly refused: Readonly<Record<string, string>> }

interface RouteSpec<A extends ActShape> {
  readonly may: RoutePolicy<A>
  /** The kind of record that this route shows. Anything but 'nothing' must leave an entry in the ledger. */
  readonly looksAt: string
  /** Which limit each request of it counts towards, where that is not the one of its kind. */
  readonly counts?: CountsTowards
}

type Params<S> = S extends z.ZodType ? z.output<S> : Record<never, never>
type Query<S> = S extends z.ZodType ? z.output<S> : Record<never, never>

export interface PageSpec<A extends ActShape, P, Q> extends RouteSpec<A> {
  readonly params?: P
  readonly query?: Q
  readonly show: (asked: { act: A; params: Params<P>; query: Query<Q>; csrf: string }) => Promise<PageBody>
}

export interface FormSpec<A extends ActShape, P, I extends z.ZodType> extends RouteSpec<A> {
  readonly params?: P
  /** From what was typed (strings, or lists of strings) to what the deed takes. */
  readonly input: I
  /** What is typed is a secret: it is not kept for a later signing in. */
  readonly secret?: true
  /** What the empty form begins with; a kept draft goes over it. */
  readonly start?: (asked: { act: A; params: Params<P> }) => Promise<FormValues>
  readonly show: (asked: { act: A; params: Params<P>; form: FormState }) => Promise<PageBody>
  readonly save: (asked: { act: A; params: Params<P>; input: z.output<I> }) => Promise<Saved>
}

export interface ApiSpec<A extends ActShape, P, B, R extends z.ZodType> extends RouteSpec<A> {
  readonly summary: string
  readonly params?: P
  readonly body?: B
  /** A reply without a schema would send every column it was given, so there is none without. */
  readonly reply: R
  readonly status?: 200 | 201
  /** Sent again under the same Idempotency-Key it answers again and acts once. The key must be given. */
  readonly onceByKey?: true
  readonly answer: (asked: {
    act: A
    params: Params<P>
    body: B extends z.ZodType ? z.output<B> : undefined
  }) => Promise<z.input<R>>
}

/** Pages for people who are not signed in. They reach no child's data: they get no transaction. */
export interface OpenPageSpec {
  readonly show: (asked: { csrf: string; query: Record<string, string> }) => Promise<PageBody>
}

export interface OpenFormSpec<I extends z.ZodType, Who extends Id = UserId> {
  readonly input: I
  readonly counts?: CountsTowards
  readonly show: (asked: {
    form: FormState
    query: Record<string, string>
    visit: Visit<Who>
  }) => Promise<PageBody>
  readonly save: (asked: { input: z.output<I>; visit: Visit<Who> }) => Promise<OpenAnswer<Who>>
}

/** One browser that is not signed in yet, or half-way through signing in. */
export interface Visit<Who extends Id = UserId> {
  readonly address: string
  /** This browser's own secret, known to nobody else. */
  readonly token: string
  /** The user whose password was right and whose second factor is still to come. */
  readonly awaitingSecondFactor: Who | null
  /** Who is signed in already. */
  readonly signedIn: Who | null
  /** Where to go once signed in. */
  readonly goOnTo: string
}

export interface OpenAnswer<Who extends Id = UserId> extends Answered {
  readonly session?: { readonly userId: Who; readonly state: 'second-factor' | 'open' } | 'end'
}

/** How a feature adds its routes. */
export interface Routes<A extends ActShape> {
  page<P extends z.ZodType | undefined = undefined, Q extends z.ZodType | undefined = undefined>(
    path: string,
    spec: PageSpec<A, P, Q>,
  ): void
  form<I extends z.ZodType, P extends z.ZodType | undefined = undefined>(
    path: string,
    spec: FormSpec<A, P, I>,
  ): void
  api<
    R extends z.ZodType,
    P extends z.ZodType | undefined = undefined,
    B extends z.ZodType | undefined = undefined,
  >(
    method: 'GET' | 'POST',
    path: string,
    spec: ApiSpec<A, P, B, R>,
  ): void
  openPage(path: string, spec: OpenPageSpec): void
  openForm<I extends z.ZodType>(path: string, spec: OpenFormSpec<I, A['viewer']['id']>): void
}

/** One line of the list of routes that is checked in, so that none appears unseen. */
export interface RouteLine {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly who: string
  readonly looksAt: string
  readonly answers: string
  readonly counts: CountsTowards
}
