import "server-only";
import { monotonicMs } from "@/lib/time/monotonic";
import { doorVariable, type FromPages, type ToPages } from "./pages-messages";

interface Options {
  /** Called when conversations have changed. */
  onProjected(): void;
  /** Called when the door stops. */
  onStop(): void;
  liveViewers(): number;
}

/** The page server's side of the channel to the door. */
export class ChannelToDoor {
  #turn: ((until: number) => void) | null = null;

  /** Starts listening. The process exits when its door does, for whatever reason. */
  open({ onProjected, onStop, liveViewers }: Options): void {
    process.on("disconnect", () => process.exit(1));
    if (!process.connected) process.exit(1);
    process.on("message", (message: ToPages) => {
      switch (message.kind) {
        case "projected":
          onProjected();
          return;
        case "locked":
          this.#turn?.(message.until);
          this.#turn = null;
          return;
        case "ping":
          this.send({ kind: "pong", liveViewers: liveViewers() });
          return;
        case "stop":
          onStop();
          return;
      }
    });
  }

  send(message: FromPages): void {
    // Once the door is gone, the process exits.
    process.send?.(message, undefined, undefined, () => {});
  }

  /**
   * Waits for a turn in the door's queue of writes. Returns a function that ends the turn. Not for concurrent calls. A turn that
   * this process sees too late, because it was busy, is requested again.
   */
  async takeTurn(): Promise<() => void> {
    let until: number;
    do
      until = await new Promise<number>((resolve) => {
        this.#turn = resolve;
        this.send({ kind: "lock" });
      });
    while (monotonicMs() > until);
    this.send({ kind: "writing" });
    return () => this.send({ kind: "unlock" });
  }
}

// On globalThis, because Next bundles routes and instrumentation separately.
const shared = globalThis as typeof globalThis & { playheadDoor?: ChannelToDoor };

/** The channel to the door; null if there is no door. */
export function door(): ChannelToDoor | null {
  if (process.env[doorVariable] === undefined || process.send === undefined) return null;
  shared.playheadDoor ??= new ChannelToDoor();
  return shared.playheadDoor;
}
