import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsToLookAt } from './careful-words.ts'

test.each([
  ['She is promiscuous and placing herself at risk.', ['promiscuous', 'placing herself at risk']],
  ['He absconded twice; he absconded again.', ['absconded']],
  ['Staff say he is "streetwise" and “hard to reach”.', []],
  ['Her mother said ‘she is just attention-seeking’ but she refuses to engage.', ['refuses to engage']],
  ['The child’s risky behaviour, in the school’s words', ['risky behaviour']],
  ['She was seen at the station with a man staff do not know.', []],
  ['An unclosed "quotation about a prostitute', ['prostitute']],
])('%s', (text, words) => {
  expect(wordsToLookAt(text).map(one => one.word)).toEqual(words)
})

test('nothing in double quotation marks is ever pointed at', () => {
  const word = fc.constantFrom(
    'promiscuous',
    'absconded',
    'hard to reach',
    'prostitute',
    'seen',
    'at the gate',
  )
  fc.assert(
    fc.property(fc.array(word), words => {
      expect(wordsToLookAt(`They said: "${words.join(' ')}"`)).toEqual([])
    }),
  )
})
