package io.github.spikesweep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Dependencies point one way: spark-jobs to sweeps to engine, and within them as listed. */
@AnalyzeClasses(packages = "io.github.spikesweep", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ENGINE = {
        "..spikesweep.document..",
        "..spikesweep.unit..",
        "..spikesweep.equation..",
        "..spikesweep.model..",
        "..spikesweep.integrator..",
        "..spikesweep.kernel..",
        "..spikesweep.simulation.."
    };
    private static final String[] SWEEPS = {
        "..spikesweep.sample..", "..spikesweep.space..", "..spikesweep.table..", "..spikesweep.sweep.."
    };
    private static final String[] CLUSTER = {
        "org.apache.spark..", "org.apache.hadoop..", "org.apache.arrow..", "org.apache.parquet..", "scala.."
    };

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.spikesweep..")
            .layer("command")
            .definedBy("..spikesweep.command..")
            .layer("serve")
            .definedBy("..spikesweep.serve..")
            .layer("plot")
            .definedBy("..spikesweep.plot..")
            .layer("sensitivity")
            .definedBy("..spikesweep.sensitivity..")
            .layer("job")
            .definedBy("..spikesweep.job..")
            .layer("wave")
            .definedBy("..spikesweep.wave..")
            .layer("progress")
            .definedBy("..spikesweep.progress..")
            .layer("results")
            .definedBy("..spikesweep.results..")
            .layer("trace")
            .definedBy("..spikesweep.trace..")
            .layer("columnar")
            .definedBy("..spikesweep.columnar..")
            .layer("folder")
            .definedBy("..spikesweep.folder..")
            .layer("output")
            .definedBy("..spikesweep.output..")
            .layer("path")
            .definedBy("..spikesweep.path..")
            .layer("points")
            .definedBy("..spikesweep.points..")
            .layer("parquet")
            .definedBy("..spikesweep.parquet..")
            .layer("source")
            .definedBy("..spikesweep.source..")
            .layer("sweep")
            .definedBy("..spikesweep.sweep..")
            .layer("table")
            .definedBy("..spikesweep.table..")
            .layer("space")
            .definedBy("..spikesweep.space..")
            .layer("sample")
            .definedBy("..spikesweep.sample..")
            .layer("simulation")
            .definedBy("..spikesweep.simulation")
            .layer("single")
            .definedBy("..spikesweep.simulation.single..")
            .layer("cut")
            .definedBy("..spikesweep.simulation.cut..")
            .layer("spike")
            .definedBy("..spikesweep.simulation.spike..")
            .layer("settling")
            .definedBy("..spikesweep.simulation.settling..")
            .layer("pair")
            .definedBy("..spikesweep.simulation.pair..")
            .layer("tangent")
            .definedBy("..spikesweep.simulation.tangent..")
            .layer("stimulus")
            .definedBy("..spikesweep.simulation.stimulus..")
            .layer("noise")
            .definedBy("..spikesweep.simulation.noise..")
            .layer("kernel")
            .definedBy("..spikesweep.kernel..")
            .layer("circuit")
            .definedBy("..spikesweep.circuit..")
            .layer("model")
            .definedBy("..spikesweep.model..")
            .layer("integrator")
            .definedBy("..spikesweep.integrator..")
            .layer("equation")
            .definedBy("..spikesweep.equation..")
            .layer("unit")
            .definedBy("..spikesweep.unit..")
            .layer("document")
            .definedBy("..spikesweep.document..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("sensitivity")
            .mayOnlyBeAccessedByLayers("plot", "command")
            .whereLayer("trace")
            .mayOnlyBeAccessedByLayers("serve", "command", "plot")
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers("trace", "plot", "sensitivity", "command")
            .whereLayer("path")
            .mayOnlyBeAccessedByLayers("source", "folder", "output", "wave", "job", "serve", "command")
            .whereLayer("points")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("parquet")
            .mayOnlyBeAccessedByLayers("points", "columnar")
            .whereLayer("columnar")
            .mayOnlyBeAccessedByLayers("source", "results", "wave", "serve", "plot", "trace")
            .whereLayer("folder")
            .mayOnlyBeAccessedByLayers("results", "wave", "job", "trace", "plot", "command")
            .whereLayer("wave")
            .mayOnlyBeAccessedByLayers("job", "serve", "command")
            .whereLayer("plot")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("serve", "command")
            .whereLayer("progress")
            .mayOnlyBeAccessedByLayers("plot", "job", "serve", "command")
            .whereLayer("results")
            .mayOnlyBeAccessedByLayers("plot", "wave", "job", "progress", "serve", "command")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("wave", "job", "serve", "command")
            .whereLayer("sweep")
            .mayOnlyBeAccessedByLayers(
                    "source", "columnar", "results", "wave", "job", "trace", "plot", "sensitivity", "serve", "command")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("sweep", "source", "points")
            .whereLayer("space")
            .mayOnlyBeAccessedByLayers("sweep", "source", "results", "wave", "job", "sensitivity", "serve", "command")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("space", "sweep", "sensitivity", "command")
            .whereLayer("simulation")
            .mayOnlyBeAccessedByLayers("single", "sample", "sweep", "source", "wave", "job", "command")
            .whereLayer("single")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cut")
            .mayOnlyBeAccessedByLayers("simulation", "single")
            .whereLayer("settling")
            .mayOnlyBeAccessedByLayers("simulation")
            .whereLayer("tangent")
            .mayOnlyBeAccessedByLayers("simulation")
            .whereLayer("pair")
            .mayOnlyBeAccessedByLayers("simulation", "sweep")
            .whereLayer("stimulus")
            .mayOnlyBeAccessedByLayers("simulation")
            .whereLayer("noise")
            .mayOnlyBeAccessedByLayers("simulation", "sample", "sweep", "sensitivity")
            .whereLayer("spike")
            .mayOnlyBeAccessedByLayers("cut", "settling", "simulation", "sweep")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers(
                    "simulation", "single", "cut", "pair", "tangent", "stimulus", "sweep", "job", "serve", "command")
            .whereLayer("circuit")
            .mayOnlyBeAccessedByLayers("simulation", "single", "sweep", "trace", "command")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers(
                    "circuit",
                    "kernel",
                    "simulation",
                    "single",
                    "cut",
                    "pair",
                    "stimulus",
                    "spike",
                    "sweep",
                    "job",
                    "trace",
                    "serve",
                    "command")
            .whereLayer("integrator")
            .mayOnlyBeAccessedByLayers("kernel", "simulation", "single", "sweep", "job", "serve", "command")
            .whereLayer("equation")
            .mayOnlyBeAccessedByLayers(
                    "model",
                    "circuit",
                    "kernel",
                    "simulation",
                    "single",
                    "cut",
                    "stimulus",
                    "space",
                    "sweep",
                    "source",
                    "columnar",
                    "command")
            .whereLayer("unit")
            .mayOnlyBeAccessedByLayers("model", "circuit", "sweep");

    /** From the text of equations to compiled classes. */
    @ArchTest
    static final ArchRule theCompilerWorksInStages = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.spikesweep..")
            .withOptionalLayers(false)
            .layer("simulation")
            .definedBy("io.github.spikesweep.simulation..")
            .layer("java")
            .definedBy("io.github.spikesweep.kernel.java")
            .layer("opencl")
            .definedBy("io.github.spikesweep.kernel.opencl")
            .layer("command")
            .definedBy("io.github.spikesweep.command..")
            .layer("lowering")
            .definedBy("io.github.spikesweep.kernel.lowering..")
            .layer("transcendental")
            .definedBy("io.github.spikesweep.kernel.transcendental")
            .layer("taylor")
            .definedBy("io.github.spikesweep.kernel.taylor")
            .layer("quotient")
            .definedBy("io.github.spikesweep.kernel.quotient")
            .layer("graph")
            .definedBy("io.github.spikesweep.kernel.graph")
            .whereLayer("java")
            .mayOnlyBeAccessedByLayers("simulation")
            .whereLayer("opencl")
            .mayOnlyBeAccessedByLayers("simulation", "command")
            .whereLayer("lowering")
            .mayOnlyBeAccessedByLayers("java", "opencl")
            .whereLayer("transcendental")
            .mayOnlyBeAccessedByLayers("lowering", "java", "opencl")
            .whereLayer("taylor")
            .mayOnlyBeAccessedByLayers("lowering")
            .whereLayer("quotient")
            .mayOnlyBeAccessedByLayers("taylor", "lowering")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("transcendental", "taylor", "quotient", "lowering", "java", "opencl");

    @ArchTest
    static final ArchRule devicesAreCalledInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.spikesweep.kernel.opencl")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jocl..");

    @ArchTest
    static final ArchRule treesOfEquationsKnowNoText = noClasses()
            .that()
            .resideInAnyPackage("io.github.spikesweep.equation", "io.github.spikesweep.equation.function")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.spikesweep.equation.reading");

    @ArchTest
    static final ArchRule whatAFunctionIsKnowsNoFunction = noClasses()
            .that()
            .resideInAPackage("io.github.spikesweep.equation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.spikesweep.equation.function");

    @ArchTest
    static final ArchRule sweepsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.spikesweep.sweep..")
            .layer("reading")
            .definedBy("..spikesweep.sweep.reading")
            .layer("checks")
            .definedBy("..spikesweep.sweep.reading.check")
            .layer("what is given")
            .definedBy("..spikesweep.sweep.reading.given")
            .layer("axes as read")
            .definedBy("..spikesweep.sweep.reading.axis")
            .layer("units")
            .definedBy("..spikesweep.sweep.reading.unit")
            .layer("writing")
            .definedBy("..spikesweep.sweep.writing")
            .layer("cost")
            .definedBy("..spikesweep.sweep.cost")
            .layer("refinement")
            .definedBy("..spikesweep.sweep.refine")
            .layer("rows")
            .definedBy("..spikesweep.sweep.rows")
            .layer("definition")
            .definedBy("..spikesweep.sweep")
            .layer("outputs")
            .definedBy("..spikesweep.sweep.output")
            .layer("neuron")
            .definedBy("..spikesweep.sweep.neuron")
            .whereLayer("reading")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("checks")
            .mayOnlyBeAccessedByLayers("reading")
            .whereLayer("what is given")
            .mayOnlyBeAccessedByLayers("reading", "checks")
            .whereLayer("axes as read")
            .mayOnlyBeAccessedByLayers("reading", "checks", "what is given")
            .whereLayer("units")
            .mayOnlyBeAccessedByLayers("reading", "what is given")
            .whereLayer("writing")
            .mayOnlyBeAccessedByLayers("reading")
            .whereLayer("cost")
            .mayOnlyBeAccessedByLayers("reading")
            .whereLayer("refinement")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rows")
            .mayOnlyBeAccessedByLayers("cost", "reading", "checks", "refinement")
            .whereLayer("outputs")
            .mayOnlyAccessLayers("neuron")
            .whereLayer("neuron")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule picturesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.spikesweep.plot..")
            .layer("choice")
            .definedBy("io.github.spikesweep.plot")
            .layer("over time")
            .definedBy("io.github.spikesweep.plot.trace")
            .layer("rows")
            .definedBy("io.github.spikesweep.plot.rows")
            .layer("style")
            .definedBy("io.github.spikesweep.plot.chart")
            .whereLayer("choice")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("over time")
            .mayOnlyBeAccessedByLayers("choice")
            .whereLayer("rows")
            .mayOnlyBeAccessedByLayers("choice", "over time");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("io.github.spikesweep.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineKnowsNoSweeps = noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SWEEPS);

    @ArchTest
    static final ArchRule engineAndSweepsKnowNoCluster = noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .or()
            .resideInAnyPackage(SWEEPS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLUSTER);

    /** InternalRow occurs in methods that every reader factory and every writer must have, and ArrayData is a list in it. */
    private static final DescribedPredicate<JavaClass> INTERNALS_OF_SPARK = resideInAPackage(
                    "org.apache.spark.sql.execution..")
            .or(resideInAPackage("org.apache.spark.sql.catalyst.."))
            .or(resideInAPackage("org.apache.spark.sql.internal.."))
            .and(DescribedPredicate.not(type(InternalRow.class).or(type(ArrayData.class))))
            .as("internals of Spark");

    @ArchTest
    static final ArchRule sparkIsUsedByItsPublicApi = noClasses()
            .that()
            .resideInAPackage("io.github.spikesweep..")
            .should()
            .dependOnClassesThat(INTERNALS_OF_SPARK);
}
