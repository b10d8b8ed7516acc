import { z } from 'zod'

/**
 * What is said where a rule has no words of its own. The library's words are for programmers; these are for the
 * person at the form.
 */
export function useOwnMessages(): void {
  z.config({
    customError: issue => {
      if (issue.code === 'too_big') return `Enter ${String(issue.maximum)} characters or fewer`
      if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Choose one of the answers'
      return 'Enter an answer of the kind that is asked for'
    },
  })
}
