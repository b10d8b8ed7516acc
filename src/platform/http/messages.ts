import { z } from 'zod'

/**
 * What is said where a rule has no words of its own. The library's words are for programmers; these are for the
 * person at the form.
 */
export function useOwnMessages(): void {
  z.config({
    customError: issue => {
      switch (issue.code) {
        case 'too_small':
          return 'Enter more than this'
        case 'too_big':
          return `Enter ${String(issue.maximum)} characters or fewer`
        case 'invalid_value':
        case 'invalid_union':
          return 'Choose one of the answers'
        default:
          return 'Enter an answer of the kind that is asked for'
      }
    },
  })
}
