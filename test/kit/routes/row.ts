import type { Browsing, Typed } from '../browser-like.ts'
import type { TestApp } from '../test-app.ts'

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type Ids = Readonly<Record<string, string>>

/** All that a route needs, made and standing. */
export interface Ready<Names extends string = string> {
  /** What stands in its address. */
  readonly ids: Readonly<Record<Names, string>>
  /** What its form accepts; made at the moment of sending where it holds only then, as a code from a phone does. */
  readonly typed: Typed | (() => Promise<Typed>)
  /** From where it is sent, when that is not simply someone signed in. */
  readonly browser?: () => Promise<Browsing>
}

/** What an id that stands in a form is of; `everyone’s` is what all of its users may name, of whichever agency. */
export type Named = 'grant' | 'account' | 'person' | 'team' | 'everyone’s'

interface Spec {
  /** Whose roles open it. */
  readonly may: 'anyone' | 'anyone signed in' | readonly string[]
  /** Of those roles, only at the agency that hosts. */
  readonly host?: true
  /** Of the made-up people, who uses it here. */
  readonly by: string
  /** What it shows or changes. */
  readonly of: 'children' | 'agencies' | 'oneself' | 'nothing'
  /** Words that it never shows, even to those who may use it. */
  readonly hides?: readonly string[]
  /** Ids in its address of which its users may know other agencies' too. */
  readonly knows?: readonly string[]
}

interface FormSpec extends Spec {
  /** Fields that hold an id, and of what. */
  readonly names?: Readonly<Record<string, Named>>
  /** It is answered by a button beside what it is about; nothing is written in it that could be lost. */
  readonly buttons?: true
  /** What is typed is not kept for a later signing in. */
  readonly secret?: true
  /** The deed ends the session in which it was done. */
  readonly endsSession?: true
  /** Deeds that even a refusal enters in the ledger, by how they begin. */
  readonly tells?: string
}

export interface Row extends FormSpec {
  readonly path: string
  /** GET shows it and POST does it; otherwise there is only GET. */
  readonly form: boolean
  readonly ready: (t: TestApp) => Promise<Ready>
}

export const page = <Path extends string>(
  path: Path,
  spec: Spec & { ready?: (t: TestApp) => Promise<Readonly<Record<ParamsOf<Path>, string>>> },
): Row => ({
  ...spec,
  path,
  form: false,
  ready: async t => ({ ids: (await spec.ready?.(t)) ?? {}, typed: {} }),
})

export const form = <Path extends string>(
  path: Path,
  spec: FormSpec & { ready: (t: TestApp) => Promise<Ready<ParamsOf<Path>>> },
): Row => ({ ...spec, path, form: true })
