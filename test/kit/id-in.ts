import { idOf } from '#vocabulary/ids/uuid.ts'

/** The id with which an address ends. */
export const idIn = <I extends string>(address: string | undefined): I =>
  idOf<I>().parse(address?.split('/').at(-1))
