import type { RefusalWords } from "../refusal-words";
import type { Unit } from "../unit";
import { access } from "./access";

export const refusals = (unit: Unit) =>
  ({
    unauthorized: {
      title: "Please sign in",
      message: "Your session has ended. Sign in to go on; nothing was changed.",
      action: "Sign in",
    },
    notFound: { title: "Not found", message: "There is nothing at this address." },
    formUnusable: {
      title: "This form cannot be used any more",
      message: "Nothing was changed. Open the page again and fill in the form anew.",
    },
    planUnavailable: {
      title: "This plan is no longer available",
      message: "Nothing was charged. These are the plans that you can buy today.",
      action: "See plans",
    },
    ...access,
    purchasesUnavailable: {
      title: "Purchases are paused",
      message: "Nothing was charged. Your balance and your history are safe; please try again later.",
      action: `Back to ${unit.other}`,
    },
    paymentSetupFailed: {
      title: "The payment page could not be opened",
      message: `Nothing was charged and no ${unit.other} were added. Your provider can see why; please try again later.`,
      action: `Back to ${unit.other}`,
    },
    rateLimited: { title: "Too many attempts", message: "Please wait a few minutes, then try again." },
    tryAgain: {
      title: "This did not work just now",
      message: "A service that we need did not answer. No money moved; please try again in a moment.",
    },
  }) satisfies Record<string, RefusalWords | ((...values: never[]) => RefusalWords)>;
