/** The unseen marks that come with pasted text and turn the words beside it from left to right, or from right to left. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g

export const withoutTurningMarks = (text: string): string => text.replaceAll(TURNING, '')
