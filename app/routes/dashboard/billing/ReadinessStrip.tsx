import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import type { Light, LightState } from "../../../partners/readiness";
import { TextLink } from "../../../ui/TextLink";

const LOOK: Record<LightState, { icon: typeof CircleCheck; tone: string; word: string }> = {
  ready: { icon: CircleCheck, tone: "text-success", word: "ready" },
  optional: { icon: CircleDashed, tone: "text-warning", word: "not yet" },
  missing: { icon: CircleAlert, tone: "text-destructive", word: "missing" },
};

/** A light for each thing that selling rests on; what is missing is said in words, with the way to mend it. */
export function ReadinessStrip({ lights }: { lights: readonly Light[] }) {
  const missing = lights.filter(({ state }) => state === "missing");
  return (
    <section aria-label="Readiness" className="surface grid gap-2 px-5 py-2.5 text-sm print:hidden">
      <ul className="flex flex-wrap gap-x-5 max-sm:grid max-sm:grid-cols-2">
        {lights.map((light) => (
          <li key={light.title} className="min-w-0">
            <LightLink light={light} />
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <ul className="grid gap-2 border-t border-border py-2">
          {missing.map(({ title, sentence, action }) => (
            <li key={title}>
              {sentence} <TextLink href={action.href}>{action.label}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LightLink({ light: { title, state, sentence, action } }: { light: Light }) {
  const { icon: Icon, tone, word } = LOOK[state];
  return (
    <a
      href={action.href}
      title={sentence}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-sm hover:underline pointer-coarse:min-h-11"
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
      {title}
      <span className="sr-only">{`: ${word}`}</span>
    </a>
  );
}
