import { writeFileSync } from 'node:fs';
import { runSeed, RunFailed } from './model/run.ts';
try { await runSeed({ seed: 22, commands: 400 }); } catch (e) { if (!(e instanceof RunFailed)) throw e; console.log(e.message.slice(0, 700));
  const serial = JSON.stringify(e.steps, (_k, v) => typeof v === 'bigint' ? String(v) : v); writeFileSync('/tmp/work/model/s22.json', serial);
  const steps = e.steps.filter((s) => 'command' in s && ['command-95','command-106','command-124'].includes(s.command.id));
  try { await runSeed({ seed: 22, commands: 3, steps }); console.log('ok'); } catch (f) { console.log((f as Error).message); } }
