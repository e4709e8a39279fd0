import { weekday, workdays } from './calendar.ts';
import { locationColumns, lotColumns, partnerColumns, productColumns, serialLinkColumns } from './columns.ts';
import { csvText } from './csvText.ts';
import { deliverDevices } from './deviceDeliveries.ts';
import { deviceLocations, devicePartners, deviceProducts } from './deviceMaster.ts';
import { assembleDevices, makeBoards } from './deviceOrders.ts';
import { receivePartsByNeed, takeOverParts } from './deviceStock.ts';
import { planDeviceStory, scriptedDays } from './deviceStory.ts';
import { DeviceWorks, deviceDays } from './deviceWorks.ts';

/** Makes the device plant up, day by day, and answers its files by name. */
export function buildDevicePlant(seed: number): Map<string, string> {
  const works = new DeviceWorks(seed);
  const { book } = works;
  book.plan(deviceDays.first, '06:10', () => takeOverParts(works));
  for (const day of workdays(deviceDays.first, deviceDays.last)) if (day < deviceDays.last) planDay(works, day);
  planDeviceStory(works);
  book.run({ date: deviceDays.last, time: '00:40' });
  return new Map([
    ['products.csv', csvText(productColumns, deviceProducts)],
    ['partners.csv', csvText(partnerColumns, devicePartners)],
    ['locations.csv', csvText(locationColumns, deviceLocations)],
    ['lots.csv', csvText(lotColumns, book.lots)],
    ['movements.csv', book.movementsText()],
    ['serial_links.csv', csvText(serialLinkColumns, book.serialLinks)],
  ]);
}

/** An ordinary day: boards on Mondays, devices on Tuesdays and Thursdays, a delivery every day. */
function planDay(works: DeviceWorks, day: string): void {
  const { book } = works;
  book.plan(day, '06:40', () => receivePartsByNeed(works));
  if (!scriptedDays.includes(day)) {
    if (weekday(day) === 0)
      book.plan(day, '07:40', () => makeBoards(works, [{ count: 17, capacitors: works.isClean }]));
    const isFirstWeek = day < '2026-04-06';
    if (!isFirstWeek && (weekday(day) === 1 || weekday(day) === 3))
      book.plan(day, '08:20', () => assembleDevices(works, 8));
  }
  book.plan(day, '13:20', () => void deliverDevices(works));
}
