/** What is answered without a page around it, before anybody knows whose site it is or when nobody can find out. */
export const door = {
  unusedAddress: "This address is not in use.",
  unusedMethod: "This method is not in use here.",
  foreignForm:
    "This form was sent from another site, so nothing was changed. Open the page here and send it again.",
  noForm: "Only forms can be sent here.",
  tooLarge: "This form is too large, so nothing was changed.",
  notNow: "This did not work just now. No money moved; please try again in a moment.",
};
