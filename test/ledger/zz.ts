import { runSeed, RunFailed } from './model/run.ts';
const seeds = (process.argv[2] ?? '1').split(',').map(Number);
const [from = 1, to = from] = seeds;
for (let seed = from; seed <= to; seed++) {
  const t = performance.now();
  const c = process.cpuUsage();
  try {
    const r = await runSeed({ seed, commands: Number(process.argv[3] ?? 400) });
    console.log(
      seed,
      r.commands,
      'ok',
      r.accepted,
      'again',
      r.repeated,
      JSON.stringify(Object.fromEntries(r.refused)),
      'moves',
      r.movements,
      (performance.now() - t).toFixed(0) + 'ms',
      'cpu',
      Math.round((process.cpuUsage(c).user + process.cpuUsage(c).system) / 1000),
      r.digest.slice(0, 8),
    );
  } catch (e) {
    if (!(e instanceof RunFailed)) throw e;
    console.log(e.message.slice(0, 1500));
    if (e.invariant === 'crash') console.log(e.cause);
  }
}
