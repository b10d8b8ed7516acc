export const words = {
  wrongNameOrPassword: 'The email address or password is not right',
  wrongCode: 'The code is not right. Wait for the next one and try again',
  wrongRecoveryCode: 'The recovery code is not right, or has been used',
  wrongSetUpCode: 'The email address or set-up code is not right, or the code has run out. Ask for a new one',
  oneOfThePeople: 'Choose one of the people',
  startAgain: 'Enter your email address and password again first',
  isSetUp: 'This account is set up already. Another administrator of its agency can make a new code',
  notSetUp: 'This account has no password yet. Ask an administrator of your agency for a set-up code',
  wrongPresentPassword: 'Your present password is not right',
  tooManyTries: (minutes: number) => `Too many tries. Wait ${minutes} minutes and try again`,
} as const
