import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.heideltime.standalone.components.ResultFormatter;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.jcas.JCas;
import org.apache.uima.jcas.tcas.Annotation;

/**
 * HeidelTime over many documents in one Java machine, so that its start counts once and outside the timing.
 *
 * Arguments: config.props, LANGUAGE, NEWS or NARRATIVES, TREETAGGER or NO, and a list whose lines hold a text's file, a
 * tab, and its day (or nothing). Prints `doc FILE NANOSECONDS` for each text and `timex START END TYPE VALUE` for each of
 * its expressions, tabs between. The first documents are read twice; the first time warms the machine and is not told.
 */
public class HeidelTimeWarm {
    private static final int WARM = 5;

    public static void main(String[] given) throws Exception {
        HeidelTimeStandalone program = new HeidelTimeStandalone(
            Language.valueOf(given[1]), DocumentType.valueOf(given[2]), OutputType.TIMEML, given[0],
            POSTagger.valueOf(given[3]));
        List<String> documents = Files.readAllLines(Path.of(given[4]), StandardCharsets.UTF_8);
        for (String line : documents.subList(0, Math.min(WARM, documents.size()))) {
            tagged(program, line.split("\t", -1));
        }
        StringBuilder out = new StringBuilder();
        for (String line : documents) {
            String[] fields = line.split("\t", -1);
            long begun = System.nanoTime();
            String found = tagged(program, fields);
            long taken = System.nanoTime() - begun;
            out.append("doc\t").append(fields[0]).append('\t').append(taken).append('\n').append(found);
        }
        Files.writeString(Path.of(given[5]), out.toString());
    }

    private static String tagged(HeidelTimeStandalone program, String[] fields) throws Exception {
        String text = Files.readString(Path.of(fields[0]), StandardCharsets.UTF_8);
        Date day = fields[1].isEmpty() ? null : new SimpleDateFormat("yyyy-MM-dd").parse(fields[1]);
        ResultFormatter lines = HeidelTimeWarm::lines;
        return day == null ? program.process(text, lines) : program.process(text, day, lines);
    }

    /** The expressions by their offsets, as HeidelTime holds them: its own TimeML would have to be parsed again. */
    private static String lines(JCas document) {
        StringBuilder out = new StringBuilder();
        FSIterator<Annotation> all = document.getAnnotationIndex(Timex3.type).iterator();
        int last = 0;
        while (all.hasNext()) {
            Timex3 found = (Timex3) all.next();
            if (found.getBegin() < last) {
                continue;  // as its own writer does: of two that overlap the first stands
            }
            last = found.getEnd();
            out.append("timex\t").append(found.getBegin()).append('\t').append(last).append('\t')
                .append(found.getTimexType()).append('\t').append(found.getTimexValue()).append('\n');
        }
        return out.toString();
    }
}
