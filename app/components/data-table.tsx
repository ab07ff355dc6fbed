import type { ReactNode } from 'react';
import './data-table.css';

interface DataTableProps {
  /** Read out before the table. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

interface DataRow {
  readonly key: string;
  /** One a column; the first names the row. */
  readonly cells: readonly [ReactNode, ...ReactNode[]];
}

/** A small table of figures: what a chart draws, or what a sentence sums up. A card a row on narrow screens. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <table className="tm-table tm-table--data">
      <caption className="tm-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" className={index > 0 ? 'tm-table__number' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...values] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={columns[index + 1]} className="tm-table__number" data-label={columns[index + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
