import { useMemo } from "preact/hooks";

/**
 * Puts off what would move the page until a pointer that is down has been let go.
 *
 * To press a button takes the focus from a field; words that appeared beside the field at that
 * moment would push the button away from under the pointer, and the press would be lost.
 *
 * @returns {{ onPointerDown(): void, onceLetGo(act: () => void): void }}
 */
export function usePress() {
  return useMemo(() => {
    let down = false;
    /** @type {(() => void)[]} */
    let waiting = [];

    function letGo() {
      removeEventListener("pointerup", letGo, true);
      removeEventListener("pointercancel", letGo, true);
      // the click follows at once, and comes first
      setTimeout(() => {
        down = false;
        const due = waiting;
        waiting = [];
        due.forEach((act) => act());
      });
    }

    return {
      onPointerDown() {
        down = true;
        addEventListener("pointerup", letGo, true);
        addEventListener("pointercancel", letGo, true);
      },
      onceLetGo(act) {
        if (down) waiting.push(act);
        else act();
      },
    };
  }, []);
}
