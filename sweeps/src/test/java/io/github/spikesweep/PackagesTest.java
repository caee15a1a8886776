package io.github.spikesweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Packages of this module depend one way: the language on spaces and tables, spaces on samples, and none of these on the
 * language.
 */
@AnalyzeClasses(
        packages = {
            "io.github.spikesweep.sample",
            "io.github.spikesweep.space",
            "io.github.spikesweep.table",
            "io.github.spikesweep.sweep"
        },
        importOptions = DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule SPACES_STAND_ALONE = classes()
            .that()
            .resideInAPackage("io.github.spikesweep.space")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.spikesweep.space",
                    "io.github.spikesweep.sample",
                    "io.github.spikesweep.equation",
                    "java..");

    @ArchTest
    static final ArchRule SAMPLES_STAND_ALONE = classes()
            .that()
            .resideInAPackage("io.github.spikesweep.sample")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.spikesweep.sample",
                    "io.github.spikesweep.simulation.noise",
                    "org.hipparchus.random",
                    "java..");

    @ArchTest
    static final ArchRule TABLES_STAND_ALONE = classes()
            .that()
            .resideInAPackage("io.github.spikesweep.table")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.spikesweep.table",
                    "io.github.spikesweep.document",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.dataformat.csv",
                    "java..");
}
