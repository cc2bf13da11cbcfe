import type { Advice } from "../../../plans/pricing-advice/advice";
import { Card } from "../../../ui/Card";
import { AdviceList } from "./AdviceList";

/** What there is to say about all plans together, below them; nothing where all is well. */
export function PlanSetAdvice({ advice }: { advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <Card
      title="Pricing advice"
      description="About your active plans together. Nothing depends on it; your customers do not see it."
    >
      <AdviceList advice={advice} />
    </Card>
  );
}
