using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.Logging;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Logging;
using Volo.Abp.Validation;

namespace DoubleReductionGov.Abp.Tests.Exceptions;

public sealed class ExceptionTests
{
    [Fact]
    public void A_business_exception_carries_code_details_and_data_and_is_a_warning()
    {
        var inner = new FormatException();
        var refusal = new BusinessException("My:001", "inside", "more", inner).WithData("k", "v").WithData("k", "w");

        refusal.Code.ShouldBe("My:001");
        refusal.Message.ShouldBe("inside");
        refusal.Details.ShouldBe("more");
        refusal.InnerException.ShouldBeSameAs(inner);
        refusal.Data["k"].ShouldBe("w");
        ((IHasLogLevel)refusal).LogLevel.ShouldBe(LogLevel.Warning);
        ((IHasErrorCode)refusal).Code.ShouldBe("My:001");
        ((IHasErrorDetails)refusal).Details.ShouldBe("more");
    }

    [Fact]
    public void A_user_friendly_exception_is_a_business_exception_that_speaks_for_itself()
    {
        var refusal = new UserFriendlyException("hello", "F1", "det", logLevel: LogLevel.Information);

        refusal.ShouldBeAssignableTo<BusinessException>();
        refusal.ShouldBeAssignableTo<IUserFriendlyException>();
        (refusal.Message, refusal.Code, refusal.Details, refusal.LogLevel).ShouldBe(("hello", "F1", "det", LogLevel.Information));
    }

    [Fact]
    public void What_was_not_found_is_named()
    {
        var id = Guid.CreateVersion7();

        var error = new EntityNotFoundException(typeof(Book), id);
        error.Message.ShouldBe($"There is no such an entity. Entity type: {typeof(Book).FullName}, id: {id}");
        (error.EntityType, error.Id).ShouldBe((typeof(Book), id));
        new EntityNotFoundException(typeof(Book)).Message.ShouldBe($"There is no such an entity given id. Entity type: {typeof(Book).FullName}");
    }

    [Fact]
    public void Refused_authorization_and_validation_are_warnings()
    {
        var unauthorized = new AbpAuthorizationException("no", "Volo.Authorization:010001").WithData("PolicyName", "P");
        (unauthorized.Code, unauthorized.LogLevel, unauthorized.Data["PolicyName"]).ShouldBe(("Volo.Authorization:010001", LogLevel.Warning, "P"));

        var invalid = new AbpValidationException("wrong", [new ValidationResult("Too old", ["Age"])]);
        invalid.LogLevel.ShouldBe(LogLevel.Warning);
        ((IHasValidationErrors)invalid).ValidationErrors.ShouldHaveSingleItem().ErrorMessage.ShouldBe("Too old");
    }

    [Fact]
    public void The_frameworks_own_errors_share_a_base()
    {
        new AbpException().Message.ShouldNotBeEmpty();
        new AbpException("m").Message.ShouldBe("m");
        new AbpException("m", new FormatException()).InnerException.ShouldBeOfType<FormatException>();
        new AbpDbConcurrencyException("m").ShouldBeAssignableTo<AbpException>();
    }

    [Fact]
    public void Checks_name_the_parameter_that_is_wrong()
    {
        Check.NotNull("x", "p").ShouldBe("x");
        Should.Throw<ArgumentNullException>(() => Check.NotNull<string>(null, "p")).ParamName.ShouldBe("p");

        Check.NotNullOrWhiteSpace("abc", "p", 3, 3).ShouldBe("abc");
        Should.Throw<ArgumentException>(() => Check.NotNullOrWhiteSpace(" ", "p")).ParamName.ShouldBe("p");
        Should.Throw<ArgumentException>(() => Check.NotNullOrWhiteSpace("abcd", "p", 3)).Message.ShouldContain("equal to or lower than 3");
        Should.Throw<ArgumentException>(() => Check.NotNullOrWhiteSpace("ab", "p", 3, 3)).Message.ShouldContain("equal to or bigger than 3");

        Check.Length(null, "p", 3).ShouldBeNull();
        Should.Throw<ArgumentException>(() => Check.Length(null, "p", 3, 1)).ParamName.ShouldBe("p");
        Should.Throw<ArgumentException>(() => Check.Length("abcd", "p", 3)).ParamName.ShouldBe("p");
    }

    [Fact]
    public void A_dispose_action_runs_once()
    {
        var runs = 0;
        var action = new DisposeAction(() => runs++);

        action.Dispose();
        action.Dispose();

        runs.ShouldBe(1);
    }
}
