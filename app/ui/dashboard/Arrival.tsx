import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { MAIN_ID } from "../SkipLink";
import { isTypedInto } from "./shortcut";

/**
 * What a browser does by itself when a page is loaded, for one that a script has put in the place of another: a
 * screen reader says its title, and the keyboard goes on from its heading. A form that is answered on its own page,
 * and a list that is asked for other rows, stay where somebody is.
 */
export function Arrival() {
  const { pathname, hash } = useLocation();
  const [title, setTitle] = useState("");
  const left = useRef(pathname);
  useEffect(() => {
    if (left.current === pathname) return;
    left.current = pathname;
    setTitle(document.title);
    // A part that the address names is where the browser goes, and a field may have asked for the focus itself.
    if (!hash && !isTypedInto(document.activeElement)) focusHeading();
  }, [pathname, hash]);
  return (
    <p aria-live="polite" className="sr-only">
      {title}
    </p>
  );
}

function focusHeading(): void {
  const main = document.getElementById(MAIN_ID);
  const heading = main?.querySelector<HTMLElement>("h1") ?? main;
  if (!heading) return;
  heading.tabIndex = -1;
  // Where the page is scrolled to was decided already.
  heading.focus({ preventScroll: true });
}
