import { LITTLE_ROOM, type Room } from '#platform/database/embedded/reserve.ts'

/** How much is left on the database's disk, in words. */
export const sayRoom = ({ free }: Room): string =>
  `There are ${sayBytes(free)} left on the disk of the database`

/** What an operator must know about it before it is too late; null while all is well. */
export const roomWarning = (room: Room): string | null =>
  room.free >= LITTLE_ROOM && room.reserve > 0
    ? null
    : `${sayRoom(room)}, ${room.reserve > 0 ? 'and the reserve' : 'and no reserve'}. When it is full nobody can record a concern. Free some room${room.reserve > 0 ? '' : ', then start the service again'}`

const sayBytes = (bytes: number): string =>
  bytes >= 10 * 1024 ** 3 ? `${Math.floor(bytes / 1024 ** 3)} GB` : `${Math.floor(bytes / 1024 ** 2)} MB`
