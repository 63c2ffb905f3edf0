package vn.sogopy.platform.table;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes the first sheet that has a heading row, and each further one whose headings fit: they are
 * of the same columns, or of enough of them.
 *
 * @param <C> the columns that are known
 */
public final class FittingSheets<C> implements TableReader.Choice {
  private final Function<TableRow, Set<C>> columns;
  private final Predicate<Set<C>> fits;
  private Set<C> first;

  /**
   * @param columns those that a row names; none if it is no heading row
   * @param fits whether these are enough for a further sheet
   */
  public FittingSheets(Function<TableRow, Set<C>> columns, Predicate<Set<C>> fits) {
    this.columns = columns;
    this.fits = fits;
  }

  @Override
  public boolean takes(List<TableRow> head) {
    Set<C> found =
        head.stream().map(columns).filter(some -> !some.isEmpty()).findFirst().orElse(Set.of());
    if (found.isEmpty() || (first != null && !found.equals(first) && !fits.test(found))) {
      return false;
    }
    first = first == null ? found : first;
    return true;
  }
}
