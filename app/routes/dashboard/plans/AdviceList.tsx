import { clsx } from "clsx";
import { CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import type { Advice } from "../../../plans/pricing-advice/advice";

const TONE = {
  danger: { Icon: CircleAlert, word: "Problem", ink: "text-destructive" },
  warning: { Icon: TriangleAlert, word: "Warning", ink: "text-warning" },
  hint: { Icon: Lightbulb, word: "Hint", ink: "text-muted-foreground" },
};

export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <ul className="grid gap-2.5 text-sm">
      {advice.map(({ tone, text, about }) => {
        const { Icon, word, ink } = TONE[tone];
        return (
          <li key={[text, ...about].join(" ")} className="flex gap-2.5">
            <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", ink)} />
            <span className="min-w-0 break-words">
              <span className="sr-only">{word}: </span>
              {text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
