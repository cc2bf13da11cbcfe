/** What is said before a plan is deleted. `sold` is how many purchases name it, as the list writes it. */
export const deleteWords = (sold: string): string =>
  `Deletion is permanent and cannot be undone. ${
    sold === "1" ? "1 existing purchase remains" : `${sold} existing purchases remain`
  } in customer history.`;
