import "server-only";
import { doorVariable, type FromPages, type ToPages } from "./pages-messages";

interface Options {
  /** Called when conversations have changed. */
  onProjected(): void;
  /** Called when the door ends. */
  onStop(): void;
  liveViewers(): number;
}

/** The pages' side of what door and pages tell each other. */
export class ChannelToDoor {
  #turn: (() => void) | null = null;

  /** Begins to listen. The process ends with its door, however that ends. */
  open({ onProjected, onStop, liveViewers }: Options): void {
    process.on("disconnect", () => process.exit(1));
    if (!process.connected) process.exit(1);
    process.on("message", (message: ToPages) => {
      switch (message.kind) {
        case "projected":
          onProjected();
          return;
        case "locked":
          this.#turn?.();
          this.#turn = null;
          return;
        case "ping":
          this.tell({ kind: "pong", liveViewers: liveViewers() });
          return;
        case "stop":
          onStop();
          return;
      }
    });
  }

  tell(message: FromPages): void {
    // Once the door is gone, the process ends.
    process.send?.(message, undefined, undefined, () => {});
  }

  /** Waits for a turn in the door's queue of writes. Returns what ends it. To be asked one at a time. */
  async takeTurn(): Promise<() => void> {
    await new Promise<void>((resolve) => {
      this.#turn = resolve;
      this.tell({ kind: "lock" });
    });
    return () => this.tell({ kind: "unlock" });
  }
}

// On globalThis, because Next bundles the routes and instrumentation apart.
const shared = globalThis as typeof globalThis & { playheadDoor?: ChannelToDoor };

/** The door in front of this process; null where there is none. */
export function door(): ChannelToDoor | null {
  if (process.env[doorVariable] === undefined || process.send === undefined) return null;
  shared.playheadDoor ??= new ChannelToDoor();
  return shared.playheadDoor;
}
