import type { Device } from "../../auth/device";

/** The page on which one sees who one is and where one is signed in. */
export const account = {
  title: "Account",
  name: "Name",
  email: "E-mail",
  places: "Where you are signed in",
  placesHint: "Sign out where you do not know the device. Whoever was signed in there has to sign in again.",
  here: "This device",
  since: "signed in",
  seen: "Last seen",
  signOut: "Sign out",
  signOutEverywhere: "Sign out everywhere",
  more: "Older places are not shown. “Sign out everywhere” ends them too.",
  ended: "You are signed out there.",
  device: ({ browser, system }: Device): string =>
    [browser ?? "Unknown browser", system].filter(Boolean).join(" on "),
};
