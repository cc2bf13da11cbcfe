import { useEffect, useState } from "react";

/**
 * For a form that goes as a whole document, which a script does not see come back: what it says while it is on its way.
 * A page that the browser's Back brings again says nothing.
 */
export function useDocumentForm() {
  const [saying, setSaying] = useState<string | null>(null);
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && setSaying(null);
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);
  return { saying, say: setSaying };
}
