/** Something sent to another service, for which only whether it was taken counts. */
export interface Call {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sends one call. @returns the status that it was answered with; throws where nobody answered in time */
export type Caller = (call: Call) => Promise<number>
