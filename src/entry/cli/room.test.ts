import { expect, test } from 'vitest'
import { roomWarning, sayRoom } from './room.ts'

const MB = 1024 ** 2

test.each([
  [{ free: 20_000 * MB, reserve: 64 * MB }, null],
  [{ free: 1024 * MB, reserve: 64 * MB }, null],
  [
    { free: 1023 * MB, reserve: 64 * MB },
    'There are 1023 MB left on the disk of the database, and the reserve. When it is full nobody can record a concern. Free some room',
  ],
  [
    { free: 20_000 * MB, reserve: 0 },
    'There are 19 GB left on the disk of the database, and no reserve. When it is full nobody can record a concern. Free some room, then start the service again',
  ],
])('of %j it says %j', (room, says) => {
  expect(roomWarning(room)).toBe(says)
})

test('room is said in whole numbers, rounded down', () => {
  expect(sayRoom({ free: 1.9 * MB, reserve: 0 })).toBe('There are 1 MB left on the disk of the database')
})
