/** What a page says that could not be shown at all. Plain texts, so that a page can carry them. */
export const errors = {
  notPossible: {
    title: "This is not possible here",
    message: "Nothing was changed. Go back to the start and try it from there.",
  },
  unexpected: {
    title: "Something went wrong on our side",
    message: "The error was recorded. Please try again; if it keeps happening, contact support.",
  },
  backToStart: "Back to the start",
  retry: "Try again",
};
