/** The page to sign in on, and where to go on from there. */
export const signInPath = (next: string): string =>
  next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
