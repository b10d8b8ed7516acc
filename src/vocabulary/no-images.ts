/** Practice F7, in its words. Copying a sexual image of a child is an offence, also to show it to those who protect them. */
export const NO_IMAGES =
  'Do not upload, copy, forward or photograph any sexual image of a child, even as proof. Note that it exists, where, and who has the device. Then ring the police.'

/** A picture or film written as text, as some programs paste it. */
const PASTED = /data:(image|video)\//i

export const holdsImage = (text: string): boolean => PASTED.test(text)
