import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";

const height = 40;

/** Deliveries over time: one bar per step, with its faulty part in the warning color. */
export function ActivityBars({ steps }: Pick<DeliveryActivity, "steps">) {
  const max = Math.max(1, ...steps.map(({ deliveries }) => deliveries));
  const faulty = steps.reduce((sum, step) => sum + step.faulty, 0);
  return (
    <svg
      role="img"
      aria-label={`Deliveries over time: ${totalOf(steps)} in total, ${faulty} faulty`}
      viewBox={`0 0 ${steps.length * 4} ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none block h-10 w-full"
    >
      <line x1="0" x2={steps.length * 4} y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
      {steps.map(({ at, deliveries, faulty: bad }, index) => (
        <g key={at}>
          <Bar index={index} from={0} count={deliveries - bad} max={max} className="fill-muted" />
          <Bar index={index} from={deliveries - bad} count={bad} max={max} className="fill-warning" />
        </g>
      ))}
    </svg>
  );
}

/** The number of deliveries in all steps. */
export function totalOf(steps: DeliveryActivity["steps"]): number {
  return steps.reduce((sum, { deliveries }) => sum + deliveries, 0);
}

interface BarProps {
  index: number;
  from: number;
  count: number;
  max: number;
  className: string;
}

/** Part of a step's bar, with a minimum height so that it stays visible. */
function Bar({ index, from, count, max, className }: BarProps) {
  if (count <= 0) return null;
  const scale = (height - 2) / max;
  const size = Math.max(1.5, count * scale);
  return (
    <rect x={index * 4 + 0.5} width="3" y={height - 1 - from * scale - size} height={size} className={className} />
  );
}
