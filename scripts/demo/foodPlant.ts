import { weekday, workdays } from './calendar.ts';
import { locationColumns, lotColumns, partnerColumns, productColumns } from './columns.ts';
import { csvText } from './csvText.ts';
import { deliver, deliverPulp } from './foodDeliveries.ts';
import { foodLocations, foodPartners, foodProducts } from './foodMaster.ts';
import { takeOverStock } from './foodOpening.ts';
import {
  makeApricotBase,
  makeApricotPreserve,
  makeGiftBoxes,
  makeNectar,
  makeRaspberryPreserve,
} from './foodOrders.ts';
import { receiveByNeed } from './foodReceipts.ts';
import { assignSugar, monthlyCount, scrapExpired } from './foodStock.ts';
import { planFoodStory, scriptedDays } from './foodStory.ts';
import { FoodWorks, foodDays } from './foodWorks.ts';

/** Makes the food plant up, day by day, and answers its files by name. */
export function buildFoodPlant(seed: number): Map<string, string> {
  const works = new FoodWorks(seed);
  works.plan(foodDays.first, '06:00', () => takeOverStock(works));
  for (const [index, day] of workdays(foodDays.first, foodDays.last).entries()) {
    if (day < foodDays.last) planDay(works, day, index);
  }
  planFoodStory(works);
  works.book.run({ date: foodDays.last, time: '00:30' });
  return new Map([
    ['products.csv', csvText(productColumns, foodProducts)],
    ['partners.csv', csvText(partnerColumns, foodPartners)],
    ['locations.csv', csvText(locationColumns, foodLocations)],
    ['lots.csv', csvText(lotColumns, works.book.lots)],
    ['movements.csv', works.book.movementsText()],
  ]);
}

/** An ordinary day; the days of the story have their production planned there. */
function planDay(works: FoodWorks, day: string, index: number): void {
  const { book } = works;
  const week = Math.floor(index / 5);
  const plan = (time: string, act: () => void): void => works.plan(day, time, act);
  const clean = works.isClean;
  plan('06:30', () => receiveByNeed(works));
  if (!scriptedDays.includes(day)) {
    const baseLeft = (): number => book.usable('APR-BASE').reduce((sum, line) => sum + line.quantity, 0);
    const cook = (): void => {
      if (baseLeft() < 1150) makeApricotBase(works, [{ quantity: 640, accept: clean }]);
    };
    const fill = (runs: number) => (): void =>
      makeApricotPreserve(
        works,
        Array.from({ length: runs }, () => () => true),
      );
    switch (weekday(day)) {
      case 0:
        plan('07:40', cook);
        plan('08:50', () => makeRaspberryPreserve(works, 1));
        break;
      case 1:
        plan('08:20', fill(week % 2 === 0 ? 2 : 1));
        break;
      case 2:
        plan('07:40', cook);
        break;
      case 3:
        plan('08:10', fill(1));
        plan('10:40', () => makeNectar(works, () => true));
        break;
      default:
        if (week % 2 === 1) plan('08:30', () => makeRaspberryPreserve(works, 2));
        if (week % 3 === 2) plan('09:50', () => makeGiftBoxes(works, 96, clean));
    }
  }
  plan('11:40', () => deliver(works));
  if (index % 3 === 0) plan('14:40', () => deliver(works));
  if (weekday(day) === 4) plan('15:20', () => deliverPulp(works));
  if (weekday(day) === 3) plan('16:10', () => ['APR-BASE', 'PULP'].forEach((product) => scrapExpired(works, product)));
  if (index % 21 === 19) plan('16:30', () => monthlyCount(works));
  if (index % 45 === 30) plan('10:15', () => assignSugar(works));
}
