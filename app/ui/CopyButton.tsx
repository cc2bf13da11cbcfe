import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./Button";

const SHOWN_MS = 2_000;

/** Copies a text. Without scripts there is no button: a click on the text itself selects all of it. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [isReady, setIsReady] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => setIsReady("clipboard" in navigator), []);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  if (!isReady) return null;
  return (
    <Button
      size="small"
      aria-label={label}
      onClick={() => {
        navigator.clipboard.writeText(value).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        );
      }}
    >
      {isCopied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
    </Button>
  );
}
