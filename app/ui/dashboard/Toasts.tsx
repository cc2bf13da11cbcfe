import { X } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { Button, ButtonLink } from "../Button";
import { isTypedInto, isUndo } from "./shortcut";

/** What was just done, or why it was not, on the page on which somebody did it. */
export interface Toast {
  title: string;
  text?: string | undefined;
  /** What keeps standing until it is put away, because something is not as it was asked for. */
  isRefusal?: boolean;
  undo?: (() => void) | undefined;
  action?: { label: string; href: string } | undefined;
}

const ShowToast = createContext<(toast: Toast) => void>(() => {});

/** Shows a message in the corner of the page; it takes the place of the one before. */
export const useToast = () => useContext(ShowToast);

const SHOWN_MS = 12_000;

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  return (
    <ShowToast.Provider value={setToast}>
      {children}
      <div className="pointer-events-none fixed inset-x-4 bottom-4 z-20 grid justify-items-center print:hidden">
        <Shown toast={toast} putAway={() => setToast(null)} />
      </div>
    </ShowToast.Provider>
  );
}

function Shown({ toast, putAway }: { toast: Toast | null; putAway: () => void }) {
  const [isHeld, setIsHeld] = useState(false);
  usePassing(toast, isHeld, putAway);
  useUndoKey(toast);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever points or tabs at it is still reading it
    <div
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className={
        toast
          ? "surface pointer-events-auto flex w-full max-w-xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm shadow-lg"
          : undefined
      }
    >
      {/* Here before there is anything to say: a screen reader tells what is put into it. */}
      <div role="status" className="min-w-48 flex-1">
        {toast && (
          <>
            <p className={toast.isRefusal ? "font-semibold text-destructive" : "font-semibold"}>
              {toast.title}
            </p>
            {toast.text && <p>{toast.text}</p>}
          </>
        )}
      </div>
      {toast && <ToastButtons toast={toast} putAway={putAway} />}
    </div>
  );
}

function ToastButtons({ toast: { undo, action }, putAway }: { toast: Toast; putAway: () => void }) {
  return (
    <div className="flex items-center gap-1">
      {undo && (
        <Button size="small" aria-keyshortcuts="Control+Z Meta+Z" onClick={undo}>
          Undo
        </Button>
      )}
      {action && (
        <ButtonLink size="small" href={action.href}>
          {action.label}
        </ButtonLink>
      )}
      <Button size="small" variant="quiet" aria-label="Put away" onClick={putAway}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

function usePassing(toast: Toast | null, isHeld: boolean, putAway: () => void): void {
  useEffect(() => {
    if (!toast || toast.isRefusal || isHeld) return;
    const timer = setTimeout(putAway, SHOWN_MS);
    return () => clearTimeout(timer);
  });
}

function useUndoKey(toast: Toast | null): void {
  const undo = toast?.undo;
  useEffect(() => {
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isUndo(event, isTypedInto(event.target))) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo]);
}
