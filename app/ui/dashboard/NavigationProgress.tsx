import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";

/** What takes less is there before anybody looks up. */
const UNNOTICED_MS = 150;

/** A bar at the top of the page while the next one, or the answer to a form, is on its way. It moves nothing. */
export function NavigationProgress() {
  const isBusy = useNavigation().state !== "idle";
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isBusy) return setIsShown(false);
    const timer = setTimeout(() => setIsShown(true), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, [isBusy]);
  if (!isShown) return null;
  return (
    <div
      role="progressbar"
      aria-label="Loading"
      className="fixed inset-x-0 top-0 z-30 h-0.75 overflow-hidden bg-info-soft print:hidden"
    >
      <div className="h-full w-full bg-primary motion-safe:w-1/3 motion-safe:animate-sweep forced-colors:bg-[Highlight]" />
    </div>
  );
}
