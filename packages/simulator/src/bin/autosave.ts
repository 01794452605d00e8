import type { Simulator } from '../simulator.ts';
import { writeStateFile } from '../state-file.ts';

/** Saves at once, and ends saving. */
export type EndAutosave = () => void;

const calmMs = 100;

/** Saves the state soon after anything happens. What cannot be saved is reported, and tried again at the next event. */
export function autosave(simulator: Simulator, path: string, report: (problem: string) => void): EndAutosave {
  let timer: NodeJS.Timeout | undefined;
  const save = () => writeStateFile(path, simulator.state());
  const stop = simulator.control.watch(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      try {
        save();
      } catch (error) {
        report(String(error));
      }
    }, calmMs);
  });
  // A path that cannot be written is known before anything is lost.
  save();
  return () => {
    stop();
    clearTimeout(timer);
    save();
  };
}
