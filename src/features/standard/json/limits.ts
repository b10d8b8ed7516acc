/** How much one answer may hold, in characters as people count them. Pages, API and the published schema say the same. */
export const LONGEST_LINE = 500
export const LONGEST_TEXT = 20_000
export const LONGEST_ENTRY = 200
export const LONGEST_NAME = 200
export const MOST_LINES = 30
export const EARLIEST_YEAR = 1900

/** Counted as JSON Schema counts: a character that needs two units is one. */
export const isLonger = (text: string, longest: number): boolean =>
  text.length > longest && [...text].length > longest
