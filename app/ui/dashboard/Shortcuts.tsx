import { useNavigate } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { PLANS_PATH } from "../../plans/plan-paths";
import { Button } from "../Button";
import { isTypedInto, SHORTCUTS, shortcutOf } from "./shortcut";

/** The keys of the dashboard, and the list of them that `?` opens. Whoever speaks to their computer switches them off. */
export function Shortcuts() {
  const help = useRef<HTMLDialogElement>(null);
  const [isOn, setIsOn] = useState(true);
  const openHelp = () => help.current?.showModal();
  useShortcuts(isOn, help);
  useEffect(() => setIsOn(localStorage.getItem(OFF) === null), []);

  const choose = (on: boolean) => {
    setIsOn(on);
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  };
  return (
    <>
      {/* Only where the page leaves room beside itself. */}
      <div className="fixed end-4 bottom-4 max-[92rem]:hidden noscript:hidden print:hidden">
        <Button size="icon" aria-label="Keyboard shortcuts" aria-keyshortcuts="?" onClick={openHelp}>
          <span aria-hidden>?</span>
        </Button>
      </div>
      <dialog ref={help} aria-labelledby="shortcuts" className="dialog max-w-sm">
        <h2 id="shortcuts" className="font-semibold">
          Keyboard shortcuts
        </h2>
        <ShortcutList />
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />
          Use them on this computer
        </label>
        <form method="dialog" className="mt-5">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  );
}

function ShortcutList() {
  const undo = { key: "Ctrl Z or ⌘ Z", does: "Undo, while a message offers it" };
  return (
    <dl className="my-4 grid gap-2 text-sm">
      {[...SHORTCUTS, undo].map(({ key, does }) => (
        <div key={key} className="flex justify-between gap-6">
          <dt>{does}</dt>
          <dd>
            <kbd className="rounded border border-input px-1.5 font-sans">{key}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useShortcuts(isOn: boolean, help: RefObject<HTMLDialogElement>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTypedInto(event.target) || event.defaultPrevented);
      if (!isOn || !shortcut || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (shortcut === "?") help.current?.showModal();
      else if (!pressCarrier(shortcut) && shortcut === "c") navigate(`${PLANS_PATH}/new`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOn, help, navigate]);
}

const OFF = "shortcuts-off";

/** Presses or focuses the element of the page that carries a key; false where none does. */
function pressCarrier(key: string): boolean {
  const carrier = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`);
  if (carrier && isTypedInto(carrier)) carrier.focus();
  else carrier?.click();
  return carrier !== null;
}
