/** Something the person at the keyboard can put right: told as a sentence with the fix, never as a stack trace. */
export class Mistake extends Error {}
