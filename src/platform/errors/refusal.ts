/**
 * A deed that cannot be done as asked, in words for the person who asked, field by field ('' is the whole of it). A
 * form comes back with what they typed and the reason beside the field; the API answers with a list of the fields.
 * Thrown inside a deed, so that nothing of it remains.
 */
export class Refusal extends Error {
  readonly errors: Readonly<Record<string, string>>
  readonly status: 409 | 422

  constructor(errors: Readonly<Record<string, string>>, status: 409 | 422 = 422) {
    super('refused')
    this.errors = errors
    this.status = status
  }
}
