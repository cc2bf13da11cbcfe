import { clsx } from "clsx";
import { Check, Copy } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "./Button";
import { useToast } from "./dashboard/Toasts";

const SHOWN_MS = 2_000;

interface CopyableIdProps {
  value: string;
  /** What it is, as the button is named: "event id" makes "Copy event id". */
  what: string;
  /** `plain` for an address among words; an id looks like one. */
  look?: "code" | "plain" | undefined;
  /** Cut off in a table, whose rows it would make tall; whoever copies it has all of it. */
  isShort?: boolean | undefined;
  /** The value as it is shown, where that is more than its letters: a link. */
  children?: ReactNode;
}

/** An id or address, with a button that copies it. Without scripts one click on the text selects all of it. */
export function CopyableId({ value, what, look = "code", isShort, children = value }: CopyableIdProps) {
  const text = useRef<HTMLElement>(null);
  const [isReady, setIsReady] = useState(false);
  const { isCopied, copy } = useCopy(value, text);
  useEffect(() => setIsReady(true), []);
  return (
    <span className="inline-flex max-w-full items-center gap-0.5 align-middle">
      <code
        ref={text}
        translate="no"
        title={isShort ? value : undefined}
        className={clsx(
          "min-w-0 text-start wrap-anywhere select-all",
          isShort && "tabular:max-w-40 tabular:truncate",
          look === "code" && "rounded-sm border border-border bg-muted px-1 font-mono text-xs leading-5",
          look === "plain" && "font-sans",
        )}
      >
        {children}
      </code>
      {/* It has its room before it can do something, so that nothing moves. The title is for a pointer: on the button
          it would be read after the name, which says more. */}
      <span title="Copy" className={clsx("noscript:hidden print:hidden", !isReady && "invisible")}>
        <Button size="tiny" variant="quiet" aria-label={`Copy ${what}`} onClick={copy}>
          {isCopied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
        </Button>
        <span aria-live="polite" className="sr-only">
          {isCopied && "Copied"}
        </span>
      </span>
    </span>
  );
}

function useCopy(value: string, text: RefObject<HTMLElement>) {
  const [isCopied, setIsCopied] = useState(false);
  const show = useToast();
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch {
      // Not allowed, or a page without https, which has no clipboard at all.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      show({
        title: "Your browser does not let us copy",
        text: "It is selected for you: press Ctrl C, or ⌘ C on a Mac.",
      });
    }
  }
  return { isCopied, copy };
}
