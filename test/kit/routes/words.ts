// Words that stand on the records of these tests alone: wherever one of them is read, a record was seen.

export const CHILD = 'Quillfeather'
export const ACCOUNT = 'Seen twice beside the weir'
export const REASONS = 'Talked over with the kestrel group'

export const TELLING = [CHILD, ACCOUNT, REASONS] as const
