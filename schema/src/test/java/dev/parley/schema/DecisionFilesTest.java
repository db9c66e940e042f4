package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that nobody would read, or that another one contradicts, is an error. */
class DecisionFilesTest {

    private static final String HEADER = DecisionFiles.header("functions.csv") + "\n";

    @TempDir
    private Path folder;

    @Test
    void foldersAreReadTogether() throws IOException {
        write("leads/functions.csv", HEADER + "private.a();caller;\n");
        write("crm/functions.csv", HEADER + "private.b();caller;parley_jobs\n");

        var files = new DecisionFiles(folder);

        assertThat(files.features()).containsExactly("crm", "leads");
        assertThat(files.rows("functions.csv", 1)).containsOnlyKeys("private.a()", "private.b()");
        assertThat(files.rows("functions.csv", 1).get("private.a()").feature()).isEqualTo("leads");
    }

    @Test
    void whatIsDecidedTwiceIsRefused() throws IOException {
        write("leads/functions.csv", HEADER + "private.a();caller;\n");
        write("crm/functions.csv", HEADER + "private.a();caller;parley_jobs\n");

        assertThatThrownBy(() -> new DecisionFiles(folder).rows("functions.csv", 1))
                .hasMessageContaining("private.a()")
                .hasMessageContaining("crm and of leads");
    }

    @Test
    void aFileThatNobodyReadsIsRefused() throws IOException {
        write("leads/function.csv", HEADER);
        assertThatThrownBy(() -> new DecisionFiles(folder)).hasMessageContaining("function.csv");
    }

    @Test
    void aFileOutsideOfTheFoldersIsRefused() throws IOException {
        write("functions.csv", HEADER);
        assertThatThrownBy(() -> new DecisionFiles(folder)).hasMessageContaining("functions.csv");
    }

    @Test
    void aRowOfAnotherShapeIsRefused() throws IOException {
        write("leads/functions.csv", HEADER + "private.a();caller\n");
        assertThatThrownBy(() -> new DecisionFiles(folder).rows("functions.csv", 1))
                .hasMessageContaining("private.a();caller");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
