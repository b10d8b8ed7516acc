export { areaForSending, areasToSendTo, nationOfArea, whomToRing, type SendingArea, type WhomToRing } from './areas.ts'
