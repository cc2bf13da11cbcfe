import { useEffect, useState } from "react";

/** Whether pages say when something was, and not how long ago. */
export interface ExactTimes {
  areShown: boolean;
  toggle: () => void;
}

const SHOWN = "exact-times";

/** A choice of this browser. What it does is in base.css, which shows the tooltip of each time in its place. */
export function useExactTimes(): ExactTimes {
  const [areShown, setAreShown] = useState(false);
  useEffect(() => setAreShown(localStorage.getItem(SHOWN) !== null), []);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-exact-times", areShown);
  }, [areShown]);
  return {
    areShown,
    toggle: () => {
      if (areShown) localStorage.removeItem(SHOWN);
      else localStorage.setItem(SHOWN, "yes");
      setAreShown(!areShown);
    },
  };
}
