export const words = {
  wrongNameOrPassword: 'The email address or password is not right',
  wrongCode: 'The code is not right. Wait for the next one and try again',
  wrongRecoveryCode: 'The recovery code is not right, or has been used',
  wrongSetUpCode: 'The email address or set-up code is not right, or the code has run out. Ask for a new one',
  startAgain: 'Enter your email address and password again first',
  tooManyTries: (minutes: number) => `Too many tries. Wait ${minutes} minutes and try again`,
} as const
