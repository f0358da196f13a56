export type Tone = "ok" | "wrong" | "attention";

const notes: Record<Tone, { hz: number; at: number; lasts: number }[]> = {
  ok: [{ hz: 1320, at: 0, lasts: 0.09 }],
  wrong: [
    { hz: 220, at: 0, lasts: 0.18 },
    { hz: 180, at: 0.22, lasts: 0.26 },
  ],
  attention: [
    { hz: 880, at: 0, lasts: 0.1 },
    { hz: 660, at: 0.14, lasts: 0.1 },
  ],
};

let context: AudioContext | undefined;

/** A short sound beside colour and words. Silent where the browser has no sound or nobody has touched the page yet. */
export function play(tone: Tone): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const sound = context;
  if (sound.state === "suspended") return void sound.resume();
  notes[tone].forEach(({ hz, at, lasts }) => {
    const oscillator = sound.createOscillator();
    const volume = sound.createGain();
    oscillator.frequency.value = hz;
    volume.gain.value = 0.12;
    oscillator.connect(volume).connect(sound.destination);
    oscillator.start(sound.currentTime + at);
    oscillator.stop(sound.currentTime + at + lasts);
  });
}
