package io.github.spikesweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages of this module depend one way: the language on the spaces that it describes, and spaces on nothing. */
@AnalyzeClasses(
        packages = {"io.github.spikesweep.space", "io.github.spikesweep.sweep"},
        importOptions = DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule SPACES_STAND_ALONE = classes()
            .that()
            .resideInAPackage("io.github.spikesweep.space")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.github.spikesweep.space", "java..");
}
